import type { Answer } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { levelTexts } from '../account/level-texts.ts'
import { PapersEntrance } from '../papers/entrance.tsx'
import { entranceTexts } from '../papers/entrance-texts.ts'
import { personTexts } from '../person/texts.ts'
import { identityTexts } from './texts.ts'

export type Identity = Answer<'GET /v1/account/identity'>

/** The way to verification, for whoever is nobody yet or whose evidence has ended. */
const Verify = ({ again }: { again: boolean }) => {
  const texts = useTexts(identityTexts)
  const common = useTexts(commonTexts)
  const papers = useTexts(entranceTexts)
  return (
    <>
      <p>{again ? texts.endedMore : texts.unverifiedMore}</p>
      <Link className="button button-main button-wide" to="/verify">
        {again ? texts.again : common.verify}
      </Link>
      <PapersEntrance>{papers.noIdCard}</PapersEntrance>
    </>
  )
}

/** As whom the account is verified, since when and how far; or that it is not, and the way there. */
export const WhoCard = ({ identity }: { identity: Identity }) => {
  const texts = useTexts(identityTexts)
  const labels = useTexts(personTexts)
  const levels = useTexts(levelTexts)
  const { status, name, idNumber, since, level, levelName, levelUntil } = identity
  const isVerified = status === 'verified'
  const isKnown = name !== null
  const tag = isKnown ? texts.ended : texts.unverified
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts.who}</h2>
        <Tag tone={isVerified ? 'good' : 'warn'}>{isVerified ? texts.verified : tag}</Tag>
      </div>
      {!isVerified && <Verify again={isKnown} />}
      {isKnown && (
        <dl className="facts">
          <div>
            <dt>{labels.name}</dt>
            <dd>{name}</dd>
          </div>
          <div>
            <dt>{labels.idNumber}</dt>
            <dd className="number">{idNumber}</dd>
          </div>
          {since !== null && (
            <div>
              <dt>{texts.since}</dt>
              <dd>
                <Time at={since} />
              </dd>
            </div>
          )}
          <div>
            <dt>{levels.level}</dt>
            <dd>{levels.levelNamed(String(level), levels[levelName])}</dd>
          </div>
          {levelUntil !== null && (
            <div>
              <dt>{levels.levelUntil}</dt>
              <dd>
                <Time at={levelUntil} />
              </dd>
            </div>
          )}
        </dl>
      )}
      <Link to="/account" className="standing">
        {texts.toAccount}
      </Link>
    </section>
  )
}
