/** What single keys do, by what they are marked for on the page. */
const keyMarks = {
  a: 'act',
  n: 'next',
  '/': 'search',
  v: 'look',
  '+': 'closer',
  // The same key without Shift.
  '=': 'closer',
  '-': 'further',
  '0': 'fit',
  r: 'turn',
  ',': 'picture-before',
  '.': 'picture-after',
} as const

/** Points to be confirmed, in their order. */
const POINT = /^[1-9]$/

/** How the point of that number is marked, from 1. */
export const pointMark = (nth: number): string => `point-${nth}`

/** A key that was pressed, and where. */
export type Pressed = {
  key: string
  hasModifier: boolean
  /** The focus is in something that takes letters, or a dialog is open. */
  isTyping: boolean
}

/** What a press asks for: another row, something marked, the list of keys; nothing while somebody types. */
export type Asked = { is: 'row'; step: 1 | -1 } | { is: 'mark'; mark: string } | { is: 'help' } | undefined

/** What is asked for by a key. */
export const askedBy = ({ key, hasModifier, isTyping }: Pressed): Asked => {
  if (hasModifier || isTyping) return undefined
  if (key === 'j' || key === 'k') return { is: 'row', step: key === 'j' ? 1 : -1 }
  if (key === '?') return { is: 'help' }
  if (POINT.test(key)) return { is: 'mark', mark: pointMark(Number(key)) }
  return Object.hasOwn(keyMarks, key) ? { is: 'mark', mark: keyMarks[key as keyof typeof keyMarks] } : undefined
}

/** The row to go to from the one at `at`, -1 for none yet; stays at the ends. */
export const rowAfter = (at: number, step: 1 | -1, count: number): number =>
  at < 0 ? (step === 1 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, at + step))
