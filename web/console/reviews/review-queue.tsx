import { CERTIFICATE_APPEAL } from '../../../functions/certificates/appealing/case-kind.ts'
import { CERTIFICATE_PAGE, CERTIFICATE_REPORT } from '../../../functions/certificates/reporting/case-kinds.ts'
import { CERTIFICATION } from '../../../functions/certification/deciding/case-kind.ts'
import { STEP } from '../../../functions/certification/steps/case-kind.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Due } from '../controls/due.tsx'
import { Id } from '../controls/id.tsx'
import type { Column } from '../lists/table.tsx'
import { ageFilter, ageTexts, clockAges, clockWords, inChosen } from '../queue/ages.ts'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import type { ReviewRow } from './review.ts'
import { kindWords, listWords, reviewTexts, reviewWords } from './texts.ts'

const statuses = ['open', 'waiting', 'decided'] as const
/** Kinds that somebody may want to see alone. */
const kinds = [CERTIFICATION, STEP, CERTIFICATE_REPORT, CERTIFICATE_APPEAL, CERTIFICATE_PAGE, 'help'] as const

/** By when the next step is owed, by us or by its user. */
const dueAt = ({ answerBy, waitUntil }: Pick<ReviewRow, 'answerBy' | 'waitUntil'>): string | null =>
  answerBy ?? waitUntil

const timeLeft = (row: ReviewRow): number | undefined => {
  const at = dueAt(row)
  return at === null ? undefined : Date.parse(at) - serviceClock.now()
}

const columns = (language: Language): readonly Column<ReviewRow>[] => {
  const texts = reviewTexts[language]
  return [
    {
      name: 'kind',
      head: texts.kind,
      cell: ({ title, appeal }) => (appeal ? `${title} · ${texts.isAppeal}` : title),
    },
    { name: 'status', head: texts.status, cell: ({ status }) => wordIn(reviewWords, status, language) },
    {
      name: 'due',
      head: texts.due,
      cell: (row) => {
        const at = dueAt(row)
        return at && <Due at={at} />
      },
      sort: (row) => Date.parse(dueAt(row) ?? row.openedAt),
    },
    { name: 'claim', head: texts.claim, cell: ({ claim }) => claim?.by ?? texts.nobody },
    {
      name: 'openedAt',
      head: texts.openedAt,
      cell: ({ openedAt }) => <Time at={openedAt} />,
      sort: ({ openedAt }) => Date.parse(openedAt),
    },
    { name: 'id', head: texts.id, wideOnly: true, cell: ({ id }) => <Id label={texts.id} text={id} /> },
  ]
}

/** What users have before people. */
export const reviewQueue: Queue<ReviewRow> = {
  name: 'reviews',
  path: '/console/reviews',
  right: 'answer_help',
  work: 'answer_help',
  texts: {
    zh: {
      name: '申请',
      lead: '用户请人处理的事：求助、人工审核和对结果的申诉。最先到期的在前。',
      empty: '没有等着处理的申请。',
    },
    en: {
      name: 'Cases',
      lead: 'What users have before people: asking for help, reviews and appeals. What is due first comes first.',
      empty: 'No case waits for us.',
    },
  },
  list: async ({ cursor, limit, query, signal }) => {
    const status = statuses.find((one) => one === query.get('status')) ?? 'open'
    const kind = query.get('kind') || undefined
    const asked = { status, limit, signal, ...(kind && { kind }) }
    const { items, ...rest } = await service().operator.reviews.list(asked).page(cursor)
    return { rows: inChosen(clockAges, query, items, timeLeft), ...rest }
  },
  keyOf: ({ id }) => id,
  to: ({ id }) => `/console/reviews/${id}`,
  columns,
  filters: (language) => [
    {
      name: 'kind',
      label: reviewTexts[language].kind,
      options: [
        { value: '', text: reviewTexts[language].allKinds },
        ...kinds.map((value) => ({ value, text: wordIn(kindWords, value, language) })),
      ],
    },
    {
      name: 'status',
      label: reviewTexts[language].status,
      options: statuses.map((value) => ({ value, text: wordIn(listWords, value, language) })),
    },
    ageFilter(ageTexts[language].age, ageTexts[language].all, clockAges, clockWords[language]),
  ],
  dueAt,
  since: ({ openedAt }) => openedAt,
  takeNext: async (current) => {
    const next = async (body: { after?: string }) => (await service().operator.reviews.next(body)).review ?? undefined
    const found = (current === undefined ? undefined : await next({ after: current })) ?? (await next({}))
    return found?.id === current ? undefined : found
  },
}
