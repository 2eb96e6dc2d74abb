// A sentence in place of a white pane.
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { TEXT } from "../strings";

interface Caught {
  readonly message?: string;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = {};

  static getDerivedStateFromError(thrown: unknown): Caught {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{TEXT.paneFailed}</MessageBarTitle> {TEXT.paneFailedText(this.state.message)}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ message: undefined })}>{TEXT.paneAgain}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
