import { useLanguage, useTexts } from '../../shared/language.ts'
import { Read } from '../../shared/state/read.tsx'
import { Bars } from '../plots/bars.tsx'
import { Figure } from '../plots/figure.tsx'
import type { Place } from '../plots/plot.ts'
import { inClasses } from '../queue/ages.ts'
import { useResource } from '../service.ts'
import type { DutyRow, Waiting } from './duty-rows.ts'
import { countText } from './shown.ts'
import { numberTexts } from './texts.ts'

const Ages = ({ row: { texts: told, classes, words, to }, of: { times, isMore } }: { row: DutyRow; of: Waiting }) => {
  const language = useLanguage()
  const { more, waiting } = useTexts(numberTexts)
  const { title, lead, empty } = useTexts(told)
  const word = words[language]
  const counts = inClasses(classes, times)
  const series = classes.map(({ name, tone }) => ({ name, tone, label: word[name] }))
  // One place for each class, which leads to those of it.
  const places = classes.map(
    (of, at): Place => ({
      key: of.name,
      label: word[of.name],
      said: word[of.name],
      to: to(of),
      values: classes.map((_class, nth) => (nth === at ? counts[at] : 0)),
    }),
  )
  const plot = { title, series, places, format: countText }
  return (
    <Figure {...plot} fromStart lead={isMore ? `${lead} ${more}` : lead} axis={waiting} empty={empty}>
      <Bars {...plot} isWhole />
    </Figure>
  )
}

/** What waits now, by its age. */
export const Duty = ({ row }: { row: DutyRow }) => {
  const waiting = useResource(`duty ${row.name}`, row.read)
  return <Read of={waiting}>{(of) => <Ages row={row} of={of} />}</Read>
}
