import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Account } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { levelTexts } from './level-texts.ts'

type Of = { verification: Account['verification'] }

/** How much is proven, until when, and what would raise it. */
export const LevelFacts = ({ verification: { level, levelName, levelUntil, waysUp } }: Of) => {
  const texts = useTexts(levelTexts)
  return (
    <>
      <div>
        <dt>{texts.level}</dt>
        <dd>{texts.levelNamed(String(level), texts[levelName])}</dd>
      </div>
      {levelUntil !== null && (
        <div>
          <dt>{texts.levelUntil}</dt>
          <dd>
            <Time at={levelUntil} />
          </dd>
        </div>
      )}
      <div>
        <dt>{texts.raise}</dt>
        <dd>
          {waysUp.length === 0
            ? texts.noWayUp
            : waysUp.map(({ methods }) => methods.map((method) => texts[method]).join(texts.and)).join(texts.or)}
        </dd>
      </div>
    </>
  )
}

/** That something counts no more which proved who the account is, why, and what to do. */
export const Lowered = ({ verification: { evidence, verifyUrl } }: Of) => {
  const texts = useTexts(levelTexts)
  const ended = evidence.filter(({ status }) => status === 'ended')
  if (ended.length === 0) return null
  return (
    <div className="stack" role="status">
      {ended.map(({ kind, validUntil, ended: why }) => (
        <p key={kind}>
          {texts.endedMore(texts[kind])}
          {validUntil !== null && <Time at={validUntil} />}
          {why !== null && texts[why]}
        </p>
      ))}
      <p>{verifyUrl === null ? texts.stillEnough : texts.proveAnew}</p>
    </div>
  )
}

/** What is proven, when, and until when it counts. */
export const EvidenceList = ({ evidence }: Pick<Account['verification'], 'evidence'>) => {
  const texts = useTexts(levelTexts)
  if (evidence.length === 0) return null
  return (
    <ul className="list">
      {evidence.map(({ kind, provenAt, validUntil, status }) => (
        <li key={kind} className="row apart">
          <span>
            {texts[kind]}
            {': '}
            <Time at={provenAt} />
            {validUntil !== null && (
              <>
                {texts.to}
                <Time at={validUntil} />
              </>
            )}
          </span>
          <Tag tone={status === 'valid' ? 'good' : 'warn'}>{texts[status]}</Tag>
        </li>
      ))}
    </ul>
  )
}
