/** What a person gives with a deed. `text` is what stands in `Deed.text`, '' where there is none. */
export type Given = { reason: string; text: string }

/** A field of text that a deed takes beside its reason. */
export type DeedText = {
  label: string
  hint: string
  /** What stands there before anything is typed. */
  first: string
  /** What is said where it is empty. */
  missing: string
}

/** Something an operator does, as it is asked before it happens. */
export type Deed<T> = {
  /** On the button that opens the question, and over it. */
  name: string
  /** What follows from it, exactly: the amount, to where, who is told what, whether it can be undone. */
  consequence: readonly string[]
  /** On the button that does it; it says what: "退回 ¥9.00". */
  confirm: string
  kind?: 'main' | 'danger'
  /** Reasons that are usual, to choose from. */
  reasons: readonly string[]
  /** Who reads the reason besides whoever reads the audit trail. */
  reasonHint?: string
  text?: DeedText
  send: (given: Given) => Promise<T>
  /** What to say of it afterwards, by what the service has answered. */
  done: (answer: T) => string
}
