import type { PictureKind } from '../../pictures/picture.ts'

/** What somebody types about their papers. `agreedTo`: the very notice they have ticked, by version and language. */
export type TypedDraft = {
  document: string
  name: string
  number: string
  nationality: string
  birthDate: string
  validUntil: string
  hasNoEnd: boolean
  guardianName: string
  guardianNumber: string
  guardianRelation: string
  said: string
  agreedTo: string
  /** What their bank has certified is shown, too. */
  byBank: boolean
}

/** The same with the fields of pictures, of which only is noted that something was done with them: they go by themselves. */
export type Draft = TypedDraft & Record<PictureKind, string>

/** Whether anything was typed that a reload would lose. */
export const isTyped = (of: TypedDraft): boolean =>
  [of.name, of.number, of.birthDate, of.guardianName, of.guardianNumber, of.said].some((text) => text !== '')

/** A form of it. */
export const formDraft = (of: TypedDraft, pictures: readonly PictureKind[]): Draft => ({
  ...(Object.fromEntries(pictures.map((kind) => [kind, ''])) as Record<PictureKind, string>),
  ...of,
})
