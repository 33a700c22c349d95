import type { Application } from 'shiming-client'
import type { PictureKind } from '../../pictures/picture.ts'
import type { PlacedPictures } from '../../pictures/use-pictures.ts'

/** The place of each picture that an application may have: its kind, and which of them it is. As many of a kind as any applicant may hand in. */
export const kindIn = {
  'business_licence-1': 'business_licence',
  'organisation_certificate-1': 'organisation_certificate',
  'authorisation_letter-1': 'authorisation_letter',
  'authorisation_letter-2': 'authorisation_letter',
  'name_proof-1': 'name_proof',
  'name_proof-2': 'name_proof',
  'name_proof-3': 'name_proof',
  'name_proof-4': 'name_proof',
  'name_proof-5': 'name_proof',
  'other_proof-1': 'other_proof',
  'other_proof-2': 'other_proof',
  'other_proof-3': 'other_proof',
  'other_proof-4': 'other_proof',
  'other_proof-5': 'other_proof',
  'holder-1': 'holder',
} as const satisfies Readonly<Record<string, PictureKind>>

export type Place = keyof typeof kindIn
export type PlacedKind = (typeof kindIn)[Place]

export const places = Object.keys(kindIn) as Place[]

export const placesOf = (kind: PlacedKind): Place[] => places.filter((place) => kindIn[place] === kind)

const placedKinds = [...new Set(Object.values(kindIn))]

export const isPlaced = (kind: PictureKind): kind is PlacedKind => placedKinds.some((one) => one === kind)

/** Where the pictures lie that an application has. */
export const keptIn = ({ materials }: Pick<Application, 'materials'>): Partial<Record<Place, string>> =>
  Object.fromEntries(
    placedKinds.flatMap((kind) =>
      materials.filter((one) => one.kind === kind).map(({ id }, at) => [`${kind}-${at + 1}`, id]),
    ),
  )

/** A picture that the application has already, or that was taken since. */
export type Held = { place: Place; kind: PlacedKind; id: string }

/**
 * The pictures that belong to the application now: those that were taken, and those of it that are only read again. One that cannot be used is none.
 */
export const heldIn = (pictures: PlacedPictures<Place>, kept: Partial<Record<Place, string>>): Held[] =>
  places.flatMap((place) => {
    const { state } = pictures[place].shown.get()
    if (!('id' in state) || state.id === undefined) return []
    const isIts = state.is === 'stored' || (state.is !== 'refused' && state.id === kept[place])
    return isIts ? [{ place, kind: kindIn[place], id: state.id }] : []
  })
