import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { ChecksLeft } from '../checks/checks-left.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { entranceTexts } from '../papers/entrance-texts.ts'
import { Paused } from '../paused.tsx'
import { personTexts } from '../person/texts.ts'
import { EvidenceList, LevelFacts, Lowered } from './level.tsx'
import { levelTexts } from './level-texts.ts'
import { accountTexts } from './texts.ts'

/** As whom the account is verified, how and when; or that it is not, and what to do. */
export const IdentityCard = ({ account: { phone, verification, ban } }: { account: Account }) => {
  const texts = useTexts(accountTexts)
  const common = useTexts(commonTexts)
  const labels = useTexts(personTexts)
  const papers = useTexts(entranceTexts)
  const levels = useTexts(levelTexts)
  const isVerified = verification.status === 'verified'
  // Also of whom nothing counts any more that proved it.
  const isKnown = verification.name !== null
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts.identity}</h2>
        <Tag tone={isVerified ? 'good' : 'warn'}>{isVerified ? texts.verified : texts.unverified}</Tag>
      </div>
      {!isKnown && ban === null && <p>{texts.unverifiedMore}</p>}
      <Lowered verification={verification} />
      <Paused until={verification.pausedUntil} />
      {ban === null && <ChecksLeft checks={verification.checks} />}
      {verification.verifyUrl !== null && ban === null && (
        <Link className="button button-main button-wide" to="/verify">
          {common.verify}
        </Link>
      )}
      {verification.verifyUrl !== null && ban === null && <PapersEntrance>{papers.noIdCard}</PapersEntrance>}
      <dl className="facts">
        {isKnown && (
          <>
            <div>
              <dt>{labels.name}</dt>
              <dd>{verification.name}</dd>
            </div>
            <div>
              <dt>{labels.idNumber}</dt>
              <dd className="number">{verification.idNumber}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{labels.phone}</dt>
          <dd className="number">{phone ?? texts.none}</dd>
        </div>
        {isKnown && (
          <>
            <LevelFacts verification={verification} />
            {verification.verifiedAt !== null && (
              <div>
                <dt>{texts.verifiedAt}</dt>
                <dd>
                  <Time at={verification.verifiedAt} />
                </dd>
              </div>
            )}
          </>
        )}
      </dl>
      {verification.evidence.length > 0 && (
        <div className="tight">
          <h3>{levels.evidence}</h3>
          <EvidenceList evidence={verification.evidence} />
        </div>
      )}
      <Link to="/level" className="standing">
        {levels.more}
      </Link>
    </section>
  )
}
