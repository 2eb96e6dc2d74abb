// Tabs and what is behind them. A place is made when it is first looked at, and then kept with what was typed there.
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { TEXT } from "../strings";
import { ErrorBoundary } from "./errorBoundary";
import { useText } from "./styles";

export const PLACES = ["templates", "reference", "workbook"] as const;
export type Place = (typeof PLACES)[number];

const useStyles = makeStyles({
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface PlacesProps {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly contents: Readonly<Record<Place, { readonly name: string; readonly content: ReactNode }>>;
}

const tabId = (place: Place) => `tab-${place}`;
const panelId = (place: Place) => `place-${place}`;

export function Places({ place, onPlace, contents }: PlacesProps) {
  const styles = useStyles();
  const text = useText();
  const [visited, setVisited] = useState<readonly Place[]>([]);
  if (!visited.includes(place)) setVisited([...visited, place]);
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={TEXT.places}
        selectedValue={place}
        selectTabOnFocus
        onTabSelect={(_, { value }) => onPlace(value as Place)}
      >
        {PLACES.map((one) => (
          <Tab key={one} value={one} id={tabId(one)} aria-controls={panelId(one)}>
            {contents[one].name}
          </Tab>
        ))}
      </TabList>
      {PLACES.map((one) => (
        <div key={one} role="tabpanel" id={panelId(one)} aria-labelledby={tabId(one)} hidden={one !== place}>
          <h2 className={text.hiddenFromSight}>{contents[one].name}</h2>
          {visited.includes(one) && <ErrorBoundary>{contents[one].content}</ErrorBoundary>}
        </div>
      ))}
    </>
  );
}
