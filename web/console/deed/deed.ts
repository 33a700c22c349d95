import type { ProblemCode, ShimingProblem } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'

type Asked = {
  /** Its name in what is sent: errors of the service name it so. */
  name: string
  label: string
  hint: string
  /** What stands there before anything is typed or chosen; '' where nothing does. */
  first: string
  /** What is said where it is empty; it may be, without one. */
  missing?: string
}

/** Words of several lines. */
export type AskedText = Asked & { is: 'text' }

/** One line, sent as it is typed. */
export type AskedLine = Asked & { is: 'line' }

/** One of a few, each with what it means. */
export type AskedChoice = Asked & { is: 'choice'; options: readonly { value: string; name: string; more: string }[] }

/** Several of a few, as their values with blanks between. `all`: each of them, or `missing` is said; but those that what else was given does `without`. */
export type AskedChecks = Asked & {
  is: 'checks'
  options: readonly { value: string; name: string; more?: string }[]
  all?: true
  without?: (given: Readonly<Record<string, string>>) => readonly string[]
  /** Told what is ticked when the question is put away, where the page shows it too and keeps it. */
  keep?: (ticked: string) => void
}

/** What a deed takes beside its reason. */
export type DeedAsk = AskedText | AskedLine | AskedChoice | AskedChecks

/** What somebody else will read of a deed, and in which language. */
export type Told = { label: string; text: string; language: Language }

/** What a person gives with a deed: the reason, and under their names what `Deed.asks` asked for. Trimmed. */
export type Given = { reason: string } & Readonly<Record<string, string>>

/** Something an operator does, as it is asked before it happens. */
export type Deed<T> = {
  /** On the button that opens the question, and over it. */
  name: string
  /** Which of several things of its page it is done to, where there are several. */
  thing?: string
  /** What follows from it, exactly: the amount, to where, who is told what, whether it can be undone. */
  consequence: readonly string[]
  /** On the button that does it; it says what: "退回 ¥9.00". */
  confirm: string
  kind?: 'main' | 'danger'
  /** Reasons that are usual, to choose from. */
  reasons: readonly string[]
  /** One of them that stands there from the beginning: what else the deed asks for makes it true. */
  firstReason?: string
  /** What it asks for says why by itself. */
  withoutReason?: true
  /** Exactly what will be told of it, by what is given so far. */
  tellsUser?: (given: Given) => Told
  /** Who reads the reason besides whoever reads the audit trail. */
  reasonHint?: string
  asks?: readonly DeedAsk[]
  /** Which of `asks` is to blame where the service refuses with a code alone. */
  blames?: Partial<Record<ProblemCode, string>>
  /** What to say of a refusal besides the words of the service. */
  tells?: (refused: ShimingProblem) => string | undefined
  send: (given: Given) => Promise<T>
  /** What to say of it afterwards, by what the service has answered. */
  done: (answer: T) => string
}
