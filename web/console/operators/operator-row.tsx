import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { roleWords } from '../session/texts.ts'
import { useSession } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { type Managed, type Operator, operatorDeeds } from './operator-deeds.ts'
import { operatorTexts, sinceWords } from './texts.ts'

/** Until when somebody can still enrol, who has not yet. */
const LinkEnd = ({ of: { status, linkUntil, linkOpenedAt } }: { of: Operator }) => {
  const texts = useTexts(operatorTexts)
  if (status !== 'invited') return null
  if (linkUntil === null) return <Tag tone="warn">{texts.linkNone}</Tag>
  if (Date.parse(linkUntil) <= serviceClock.now()) return <Tag tone="warn">{texts.linkOver}</Tag>
  return (
    <span>
      {texts.linkUntil}
      <Time at={linkUntil} />
      {linkOpenedAt !== null && (
        <>
          {texts.linkOpened}
          <Time at={linkOpenedAt} />
        </>
      )}
    </span>
  )
}

const Facts = ({ of }: { of: Operator }) => {
  const texts = useTexts(operatorTexts)
  const word = useWords()
  const { name, status, statusAt, invitedBy } = of
  return (
    <p className="member-facts quiet">
      <span>
        {word(sinceWords, status)} <Time at={statusAt} whole />
      </span>
      {invitedBy !== null && <span>{invitedBy.kind === 'service' ? texts.byCommandLine : texts.by(invitedBy.id)}</span>}
      <LinkEnd of={of} />
      <DeedsLink subject={`operator:${name}`} />
    </p>
  )
}

/** One operator: what they are, how they stand and since when, and what can be done about it. Nobody deals with themselves. */
export const OperatorRow = ({ of, onDone }: { of: Operator; onDone: (answer: Managed) => unknown }) => {
  const language = useLanguage()
  const texts = useTexts(operatorTexts)
  const isOwn = useSession()?.operator.name === of.name
  return (
    <li className="member">
      <div>
        <h3 className="member-name">
          {of.name} <Tag>{roleWords[language][of.role]}</Tag> {isOwn && <Tag tone="good">{texts.you}</Tag>}
        </h3>
        <Facts of={of} />
      </div>
      {isOwn ? (
        <p className="member-own quiet">{texts.yours}</p>
      ) : (
        <div className="row">
          {operatorDeeds({ operator: of, language }).map(({ key, short, deed }) => (
            <DeedButton key={key} deed={deed} short={short} onDone={onDone} />
          ))}
        </div>
      )}
    </li>
  )
}
