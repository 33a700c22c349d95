/**
 * A usual reason put into a field: in place of nothing, or of another usual one that was chosen before; after whatever was typed. One that
 * stands there already is not put twice.
 */
export const withReason = (typed: string, chosen: string, usual: readonly string[]): string => {
  const before = typed.trim()
  if (before === '' || usual.includes(before)) return chosen
  return before.includes(chosen) ? typed : `${before} ${chosen}`
}
