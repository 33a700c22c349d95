import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Due } from '../controls/due.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { useWhile } from '../deed/use-while.ts'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { whoMay } from '../session/who-may.ts'
import { codeText } from '../words/code-words.ts'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { type Complaint, complaintDeeds } from './complaint-deeds.ts'
import { ComplaintFacts } from './complaint-facts.tsx'
import { complaintKey, dueAt } from './complaint-queue.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { TalkCard } from './talk-card.tsx'
import { complaintTexts, complaintWords } from './texts.ts'

const Head = ({ of, onDone }: { of: Complaint; onDone: () => unknown }) => {
  const language = useLanguage()
  const texts = useTexts(complaintTexts)
  const word = useWords()
  const may = useMay()
  const deeds = complaintDeeds({ complaint: of, language }, may)
  const isOver = of.status !== 'open' && of.status !== 'replied'
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
            <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} onStale={onDone} />
          ))}
          {deeds.length === 0 && (
            <span className="quiet">
              {isOver || may('answer_complaints')
                ? texts.noDeed
                : texts.notYours(whoMay('answer_complaints', language))}
            </span>
          )}
        </div>
      </div>
      {of.pending !== null && <Banner>{texts.pending(named(of.pending))}</Banner>}
      {of.refusal !== null && (
        <Banner tone="danger">
          {texts.refused(named(of.refusal.deed), codeText(of.refusal.channelCode, language))}
        </Banner>
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
                <TalkCard of={of} />
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
