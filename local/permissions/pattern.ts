/** Whether a text fits a pattern of a policy, in which `*` stands for any text and `?` for one character. */
export const fitting = (pattern: string): ((text: string) => boolean) => {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const expression = new RegExp(`^${source}$`, 's')
  return (text) => expression.test(text)
}
