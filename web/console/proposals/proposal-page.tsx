import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Due } from '../controls/due.tsx'
import { Facts } from '../controls/facts.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { useMay, useSession } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import type { Proposal } from './proposal.ts'
import { About } from './proposal-about.tsx'
import { proposalDeeds } from './proposal-deeds.ts'
import { subjectOf } from './proposal-words.ts'
import { proposalTexts, proposalWords } from './texts.ts'

const Parts = ({ of }: { of: Proposal }) => {
  const texts = useTexts(proposalTexts)
  const { proposedBy, decidedBy } = of
  return (
    <div className="case">
      <About of={of} />
      <section className="card stack">
        <h2>{texts.why}</h2>
        <p className="said">{of.reason}</p>
        <Facts
          of={[
            [texts.asked, proposedBy.id],
            [texts.askedAt, <Time key="at" at={of.proposedAt} />],
            [texts.until, <Time key="until" at={of.expiresAt} />],
            [texts.decidedAt, of.decidedAt && <Time key="decided" at={of.decidedAt} />],
            [texts.decidedBy, decidedBy?.id],
            [texts.decision, of.decision],
          ]}
        />
      </section>
    </div>
  )
}

/** What can be done about it: nothing about one's own. */
const Acts = ({ of, onDone }: { of: Proposal; onDone: () => void }) => {
  const language = useLanguage()
  const texts = useTexts(proposalTexts)
  const may = useMay()
  const me = useSession()?.operator.name
  if (of.status !== 'open' || !may('approve_money')) return null
  if (of.proposedBy.id === me) return <p className="quiet">{texts.own}</p>
  return (
    <div className="acts">
      {proposalDeeds(of, language).map((deed, at) => (
        <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} />
      ))}
    </div>
  )
}

/** One proposal: what it will do, who asked and why, and the decision of somebody else. */
export const ProposalPage = ({ params, query }: PageTold) => {
  const texts = useTexts(proposalTexts)
  const word = useWords()
  const { id = '' } = params
  const proposal = useResource(`proposal ${id}`, (signal) => service().operator.proposals.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={id} />
      <Read of={proposal}>
        {(of) => (
          <>
            <div className="case-head">
              <Tag tone={of.status === 'open' ? 'warn' : 'info'}>{word(proposalWords, of.status)}</Tag>
              {of.status === 'open' && <Due at={of.expiresAt} />}
              <DeedsLink subject={subjectOf(of)} />
              <Acts of={of} onDone={proposal.read} />
            </div>
            <Parts of={of} />
          </>
        )}
      </Read>
    </Page>
  )
}
