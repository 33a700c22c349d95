import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { dayName } from '../controls/days.ts'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import type { Deed } from '../deed/deed.ts'
import { DeedButton } from '../deed/deed-button.tsx'
import { useWhile } from '../deed/use-while.ts'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import type { Day } from './day.ts'
import { Differences, SetAside } from './day-tables.tsx'
import { type Channel, runKey } from './reconciliation-queue.tsx'
import { differenceStateWords, reconciliationTexts, runWords } from './texts.ts'

/** Holds that day against the ledger once more. */
const useRerun = ({ channel, day }: { channel: Channel; day: string }): Deed<unknown> => {
  const language = useLanguage()
  const texts = useTexts(reconciliationTexts)
  const word = useWords()
  return {
    name: texts.rerun,
    kind: 'main',
    consequence: [texts.rerunMore(dayName(day, language), word(channelWords, channel)), texts.rerunSafe],
    confirm: texts.rerunConfirm,
    reasons: [texts.billCame, texts.dealtWith],
    send: ({ reason }) => service().operator.reconciliations.rerun(channel, day, reason),
    done: () => texts.rerunDone,
  }
}

const ReportFacts = ({ of: { report, finishedAt } }: { of: Day }) => {
  const texts = useTexts(reconciliationTexts)
  if (report === null) return <p className="card quiet">{texts.notYet}</p>
  return (
    <section className="card facts-wide">
      <Facts
        of={[
          [texts.unexplained, <Money key="unexplained" fen={report.unexplainedFen} />],
          [texts.paid, <Money key="paid" fen={report.paidFen} />],
          [texts.refunded, <Money key="refunded" fen={report.refundedFen} />],
          [texts.fee, <Money key="fee" fen={report.feeFen} />],
          [texts.settled, <Money key="settled" fen={report.settledFen} />],
          [texts.rows, report.rows],
          [texts.setAside, texts.setAsideTold(report.setAside.trade, report.setAside.account)],
          [texts.finishedAt, finishedAt !== null && <Time at={finishedAt} />],
          [texts.fileName, report.fileName],
          [texts.fileSha, <Id key="sha" label={texts.fileSha} text={report.fileSha256} />],
        ]}
      />
    </section>
  )
}

/** Whether the day is done, and whether somebody still has to do something about it. */
const State = ({ of: { status, differences } }: { of: Day }) => {
  const word = useWords()
  if (status !== 'done') return <Tag tone="info">{word(runWords, status)}</Tag>
  const isOpen = differences.some((one) => one.status === 'open')
  return isOpen ? (
    <Tag tone="warn">{word(differenceStateWords, 'open')}</Tag>
  ) : (
    <Tag tone="good">{word(runWords, status)}</Tag>
  )
}

const Head = ({ of, onDone }: { of: Day; onDone: () => unknown }) => {
  const texts = useTexts(reconciliationTexts)
  const word = useWords()
  const rerun = useRerun(of)
  return (
    <div className="case-head">
      <State of={of} />
      <span>{word(channelWords, of.channel)}</span>
      <DeedsLink subject={`reconciliation:${of.channel}:${of.day}`} />
      {of.report && (
        <span>
          {texts.unexplained}{' '}
          <strong>
            <Money fen={of.report.unexplainedFen} />
          </strong>
        </span>
      )}
      <div className="acts">
        <DeedButton deed={rerun} isFirst onDone={onDone} />
      </div>
    </div>
  )
}

/** One day of a channel: what bill and ledger say, and what became of each difference. */
export const DayPage = ({ params, query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(reconciliationTexts)
  const { day = '' } = params
  const channel = params.channel as Channel
  const after = useWhile()
  const run = useResource(
    `reconciliation ${channel} ${day}`,
    (signal) => service().operator.reconciliations.get(channel, day, { signal }),
    { polls: ({ status }) => status === 'due' && after.isOn() },
  )
  const done = (): Promise<void> => {
    after.begin()
    return run.read()
  }
  return (
    <Page title={`${texts.title} · ${dayName(day, language)}`} wide>
      <Next query={query} current={runKey({ channel, day })} />
      <Read of={run}>
        {(of) => (
          <>
            <Head of={of} onDone={done} />
            <div className="stack below">
              <Differences of={of} onDone={run.read} />
              <ReportFacts of={of} />
              <SetAside of={of.setAside} />
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}
