import type { KeyboardEvent } from 'react'

/** Ctrl or Cmd with Enter sends a form, also from a field in which Enter begins a line. */
export const sentByKey =
  (send: () => unknown) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
