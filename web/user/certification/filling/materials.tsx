import type { PreCheck } from 'shiming-client'
import type { DatedKind } from '../../../../functions/certification/papers/paper.ts'
import { useTexts } from '../../../shared/language.ts'
import { PictureField } from '../../pictures/picture-field.tsx'
import type { PlacedPictures } from '../../pictures/use-pictures.ts'
import { AskedHere } from './asked.tsx'
import { DayField, type DayOf } from './day-field.tsx'
import { LetterTemplate } from './letter-template.tsx'
import { isDated } from './paper-days.ts'
import { isPlaced, type Place, type PlacedKind, placesOf } from './places.ts'
import { fillingTexts } from './texts.ts'

type Row = Omit<PreCheck['checklist'][number], 'kind' | 'given' | 'day'> & { kind: PlacedKind }

type MaterialsProps = {
  /** What is taken, as things stand. */
  checklist: PreCheck['checklist']
  /** Whether the administrator was asked for another picture of them, which no checklist has. */
  holder?: { name: string; how: string } | undefined
  pictures: PlacedPictures<Place>
  /** What was asked about each kind, where it was returned. */
  askedOf: (kind: PlacedKind) => string | undefined
  error: (place: Place) => string | undefined
  onDeed: (place: Place) => void
  letter: Parameters<typeof LetterTemplate>[0]
  /** The day of each paper that runs out. */
  days: Record<DatedKind, DayOf>
}

/** Those that hold something, and one more where one may be added. */
const shownOf = ({ kind, most }: Row, pictures: PlacedPictures<Place>): Place[] => {
  const places = placesOf(kind).slice(0, most)
  const isFull = (place: Place): boolean => pictures[place].shown.get().state.is !== 'none'
  const next = places.find((place) => !isFull(place))
  return places.filter((place) => isFull(place) || place === next)
}

const Kind = ({ row, letter, days, ...more }: { row: Row } & Omit<MaterialsProps, 'checklist' | 'holder'>) => {
  const texts = useTexts(fillingTexts)
  const { kind, name, how, least, most } = row
  const asked = more.askedOf(kind)
  return (
    <div className="stack">
      {asked !== undefined && <AskedHere>{asked}</AskedHere>}
      {kind === 'authorisation_letter' && <LetterTemplate {...letter} />}
      {shownOf(row, more.pictures).map((place) => {
        const at = Number(place.split('-')[1])
        return (
          <PictureField
            key={place}
            id={place}
            name={most > 1 ? texts.numbered(name, at) : name}
            {...(at === 1 && { how: most > 1 ? how + texts.between + texts.count(least, most) : how })}
            picture={more.pictures[place]}
            isNeeded={at <= least}
            camera={kind === 'holder' ? 'user' : 'environment'}
            error={more.error(place)}
            onDeed={() => more.onDeed(place)}
          />
        )
      })}
      {isDated(kind) && shownOf(row, more.pictures).some((place) => 'id' in more.pictures[place].shown.get().state) && (
        <DayField kind={kind} of={days[kind]} />
      )}
    </div>
  )
}

/** The pictures of an application: of each kind as many as there are, and room for the next; how many are taken is said before. */
export const Materials = ({ checklist, holder, ...more }: MaterialsProps) => {
  const texts = useTexts(fillingTexts)
  const rows: Row[] = [
    ...checklist.flatMap(({ kind, ...row }) => (isPlaced(kind) ? [{ kind, ...row }] : [])),
    ...(holder ? [{ kind: 'holder' as const, ...holder, least: 1, most: 1 }] : []),
  ]
  return (
    <section className="stack-wide">
      <div className="tight">
        <h3>{texts.pictures}</h3>
        {rows.every(({ least }) => least === 0) && <p>{texts.noPictures}</p>}
        <p className="quiet">{texts.picturesMore}</p>
      </div>
      {rows.map((row) => (
        <Kind key={row.kind} row={row} {...more} />
      ))}
    </section>
  )
}
