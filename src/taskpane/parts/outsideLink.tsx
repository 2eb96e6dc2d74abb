import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { TEXT } from "../strings";

/** A link to a page beside the pane; in the pane itself there is no way back. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} target="_blank" rel="noopener" title={TEXT.newWindow} inline>
      {children}
    </Link>
  );
}
