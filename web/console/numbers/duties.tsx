import type { Answer } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Read } from '../../shared/state/read.tsx'
import { dueAt } from '../complaints/complaint-queue.tsx'
import { Bars } from '../plots/bars.tsx'
import { Figure } from '../plots/figure.tsx'
import type { Place } from '../plots/plot.ts'
import { service, useResource } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { type AgeClass, clockAges, inClasses, refundAges } from './ages.ts'
import { countText } from './shown.ts'
import { clockWords, numberTexts, refundAgeWords } from './texts.ts'

/** Whoever has more that waits than that has enough to look at. */
const LIMIT = 100

type Refund = Answer<'GET /v1/operator/refunds'>['refunds'][number]
type Waiting = { times: Millis[]; isMore: boolean }

const isTime = (text: string | null | undefined): text is string => typeof text === 'string'

const readRefunds = async (which: 'operator' | 'overdue', signal: AbortSignal): Promise<Waiting> => {
  const page = await service().operator.refunds.list({ which, limit: LIMIT, signal }).page()
  const since = ({ owedAt, roundSince }: Refund) => owedAt ?? roundSince
  const now = serviceClock.now()
  return {
    times: page.items
      .map(since)
      .filter(isTime)
      .map((at) => now - Date.parse(at)),
    isMore: page.nextCursor !== null,
  }
}

const readClocks = async (signal: AbortSignal): Promise<Waiting> => {
  const pages = await Promise.all(
    (['open', 'replied'] as const).map((status) =>
      service().operator.complaints.list({ status, limit: LIMIT, signal }).page(),
    ),
  )
  const now = serviceClock.now()
  return {
    times: pages.flatMap(({ items }) =>
      items
        .map(dueAt)
        .filter(isTime)
        .map((at) => Date.parse(at) - now),
    ),
    isMore: pages.some(({ nextCursor }) => nextCursor !== null),
  }
}

/** One place for each class, which leads to the queue where it is dealt with. */
const placesOf = (
  classes: readonly AgeClass[],
  times: readonly Millis[],
  word: (name: string) => string,
  to: string,
) => {
  const counts = inClasses(classes, times)
  return classes.map(
    ({ name }, at): Place => ({
      key: name,
      label: word(name),
      said: word(name),
      to,
      values: classes.map((_class, nth) => (nth === at ? counts[at] : 0)),
    }),
  )
}

type AgesProps = {
  title: string
  lead: string
  empty: string
  to: string
  classes: readonly AgeClass[]
  word: (name: string) => string
  waiting: Waiting
}

const Ages = ({ title, lead, empty, to, classes, word, waiting }: AgesProps) => {
  const texts = useTexts(numberTexts)
  const series = classes.map(({ name, tone }) => ({ name, tone, label: word(name) }))
  const places = placesOf(classes, waiting.times, word, to)
  const told = { title, series, places, format: countText }
  return (
    <Figure {...told} lead={waiting.isMore ? `${lead} ${texts.more}` : lead} axis={texts.waiting} empty={empty}>
      <Bars {...told} isWhole />
    </Figure>
  )
}

/** Refunds that wait now, by how long they are owed. */
export const WaitingRefunds = () => {
  const language = useLanguage()
  const texts = useTexts(numberTexts)
  const waiting = useResource('refund ages', async (signal) => {
    const all = await Promise.all([readRefunds('operator', signal), readRefunds('overdue', signal)])
    return { times: all.flatMap(({ times }) => times), isMore: all.some(({ isMore }) => isMore) }
  })
  return (
    <Read of={waiting}>
      {(value) => (
        <Ages
          title={texts.refundsNow}
          lead={texts.refundsNowLead}
          empty={texts.noRefundsNow}
          to="/console/refunds"
          classes={refundAges}
          word={(name) => wordIn(refundAgeWords, name, language)}
          waiting={value}
        />
      )}
    </Read>
  )
}

/** Complaints that are not ended, by how long there is. */
export const ComplaintClocks = () => {
  const language = useLanguage()
  const texts = useTexts(numberTexts)
  const waiting = useResource('complaint clocks', readClocks)
  return (
    <Read of={waiting}>
      {(value) => (
        <Ages
          title={texts.clocks}
          lead={texts.clocksLead}
          empty={texts.noClocks}
          to="/console/complaints"
          classes={clockAges}
          word={(name) => wordIn(clockWords, name, language)}
          waiting={value}
        />
      )}
    </Read>
  )
}
