import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Due } from '../controls/due.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { useWhile } from '../deed/use-while.ts'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/word.ts'
import { type Complaint, complaintDeeds } from './complaint-deeds.ts'
import { ComplaintFacts } from './complaint-facts.tsx'
import { complaintKey, dueAt } from './complaint-queue.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { complaintTexts, complaintWords } from './texts.ts'

/** What the payer wrote, what they were answered, and what would be answered. */
const Words = ({ of: { text, lastReply, suggestedReply, status } }: { of: Complaint }) => {
  const texts = useTexts(complaintTexts)
  return (
    <section className="card stack">
      <h2>{texts.said}</h2>
      <p className="said">{text ?? texts.notSaid}</p>
      {lastReply !== null && (
        <>
          <h3>{texts.lastReply}</h3>
          <p className="said">{lastReply.text}</p>
          <p className="quiet">
            {lastReply.operatorId} · <Time at={lastReply.at} />
          </p>
        </>
      )}
      {status === 'open' && (
        <>
          <h3>{texts.suggested}</h3>
          <p className={suggestedReply === null ? 'quiet' : 'said'}>{suggestedReply ?? texts.noSuggestion}</p>
        </>
      )}
    </section>
  )
}

const Head = ({ of, onDone }: { of: Complaint; onDone: () => unknown }) => {
  const language = useLanguage()
  const texts = useTexts(complaintTexts)
  const word = useWords()
  const deeds = complaintDeeds({ complaint: of, language }, useMay())
  const due = dueAt(of)
  const named = (deed: 'reply' | 'complete'): string => texts[deed]
  return (
    <>
      <div className="case-head">
        <Tag tone={of.status === 'open' ? 'warn' : 'info'}>{word(complaintWords, of.status)}</Tag>
        {due !== null && <Due at={due} />}
        <span>{word(channelWords, of.channel)}</span>
        <DeedsLink subject={`complaint:${of.channel}:${of.id}`} />
        {of.malicious && <Tag tone="warn">{texts.isMalicious}</Tag>}
        <div className="acts">
          {deeds.map((deed, at) => (
            <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} />
          ))}
          {deeds.length === 0 && <span className="quiet">{texts.noDeed}</span>}
        </div>
      </div>
      {of.pending !== null && <Banner>{texts.pending(named(of.pending))}</Banner>}
      {of.refusal !== null && (
        <Banner tone="danger">{texts.refused(named(of.refusal.deed), of.refusal.channelCode)}</Banner>
      )}
    </>
  )
}

/** One complaint: its clock, the payer's words, the evidence, and what can be done. */
export const ComplaintPage = ({ params, query }: PageTold) => {
  const texts = useTexts(complaintTexts)
  const { channel = '', id = '' } = params
  const after = useWhile()
  const complaint = useResource(
    `complaint ${channel} ${id}`,
    (signal) => service().operator.complaints.get(channel as Complaint['channel'], id, { signal }),
    // The channel confirms what was asked for, or refuses it.
    { polls: ({ pending }) => pending !== null && after.isOn() },
  )
  const done = (): Promise<void> => {
    after.begin()
    return complaint.read()
  }
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={complaintKey({ channel, id })} />
      <Read of={complaint}>
        {(of) => (
          <>
            <Head of={of} onDone={done} />
            <div className="case">
              <div className="case-part">
                <ComplaintFacts of={of} />
              </div>
              <div className="case-part">
                <Words of={of} />
                {of.evidence.map((one) => (
                  <EvidenceCard key={one.outTradeNo} of={one} />
                ))}
                {of.evidence.length === 0 && <p className="card quiet">{texts.noEvidence}</p>}
              </div>
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}
