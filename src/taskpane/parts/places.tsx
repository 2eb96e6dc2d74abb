// The three places behind their tabs. One is made when it is first looked at, and then kept with what was typed there.
import { type ReactNode, useState } from "react";
import { TEXT } from "../strings";
import { ErrorBoundary } from "./errorBoundary";
import { useText } from "./styles";
import { panelId, tabId, Tabs } from "./tabs";

/** Puts the focus on a tab, for whoever leads to another place. */
export const focusTab = (place: Place): void => document.getElementById(tabId(place))?.focus();

export type Place = "templates" | "reference" | "workbook";

export interface PlaceContent {
  readonly id: Place;
  readonly name: string;
  readonly content: ReactNode;
}

export interface PlacesProps {
  readonly places: readonly PlaceContent[];
  readonly selected: Place;
  readonly onSelect: (place: Place) => void;
}

export function Places({ places, selected, onSelect }: PlacesProps) {
  const text = useText();
  const [visited, setVisited] = useState<readonly Place[]>([]);
  if (!visited.includes(selected)) setVisited([...visited, selected]);
  return (
    <>
      <Tabs label={TEXT.places} tabs={places} selected={selected} onSelect={onSelect} />
      {places.map(({ id, name, content }) => (
        <div key={id} role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)} hidden={id !== selected}>
          <h2 className={text.hiddenFromSight}>{name}</h2>
          {visited.includes(id) && <ErrorBoundary>{content}</ErrorBoundary>}
        </div>
      ))}
    </>
  );
}
