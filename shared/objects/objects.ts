/** Files that are written once and read whole, by name. */
export type Objects = {
  /** Answers `exists`, and writes nothing, where the name is taken. */
  putNew(name: string, text: string): Promise<'stored' | 'exists'>
  get(name: string): Promise<string | undefined>
  /** Every name that begins so, in order. One call for each thousand. */
  names(prefix: string): Promise<string[]>
}
