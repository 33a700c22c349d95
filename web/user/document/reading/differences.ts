/** A piece of a text, and whether it stands otherwise in the other. */
export type Piece = { text: string; differs: boolean }

/** What was read in pieces: those that differ from what was typed, place by place. Blanks of what was typed do not matter. */
export const differencesOf = (read: string, typed: string): Piece[] => {
  const [ours, theirs] = [[...read], [...typed.normalize('NFC').replace(/\s/gu, '')]]
  const pieces: Piece[] = []
  for (const [at, text] of ours.entries()) {
    const differs = text.toUpperCase() !== theirs[at]?.toUpperCase()
    const last = pieces.at(-1)
    if (last && last.differs === differs) last.text += text
    else pieces.push({ text, differs })
  }
  return pieces
}

/** Whether both say the same. */
export const isSame = (read: string, typed: string): boolean =>
  [...read].length === [...typed.replace(/\s/gu, '')].length &&
  differencesOf(read, typed).every(({ differs }) => !differs)
