import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { levelTexts } from '../account/level-texts.ts'
import { identityTexts } from './texts.ts'
import type { Identity } from './who-card.tsx'

type Evidence = Identity['evidence'][number]

/** Why it counts no more, and what to do: nothing where the rest is enough, else the way on which it is proven anew. */
const Ended = ({ kind, ended, needed }: Pick<Evidence, 'kind' | 'ended'> & { needed: boolean }) => {
  const texts = useTexts(identityTexts)
  const isByPeople = kind === 'attended_review' || kind === 'bank_proof_review'
  return (
    <>
      <p>{texts[ended ?? 'expired']}</p>
      <p>{needed ? texts.anew : texts.stillEnough}</p>
      {needed && (
        <Link
          to={kind === 'bank_proof_review' ? '/papers?proof=bank' : isByPeople ? '/papers' : '/verify'}
          className="standing"
        >
          {isByPeople ? texts.papers : texts.again}
        </Link>
      )}
    </>
  )
}

const EvidenceLine = ({ of, needed }: { of: Evidence; needed: boolean }) => {
  const texts = useTexts(identityTexts)
  const levels = useTexts(levelTexts)
  const { kind, source, provenAt, validUntil, status, ended } = of
  return (
    <li className="tight">
      <div className="row apart">
        <h3>{levels[kind]}</h3>
        <Tag tone={status === 'valid' ? 'good' : 'warn'}>{levels[status]}</Tag>
      </div>
      <dl className="facts">
        <div>
          <dt>{texts.source}</dt>
          <dd>{texts[source]}</dd>
        </div>
        <div>
          <dt>{texts.at}</dt>
          <dd>
            <Time at={provenAt} />
          </dd>
        </div>
        <div>
          <dt>{status === 'valid' ? texts.until : texts.endedAt}</dt>
          <dd>{validUntil === null ? texts.forever : <Time at={validUntil} />}</dd>
        </div>
      </dl>
      {status === 'ended' && <Ended kind={kind} ended={ended} needed={needed} />}
    </li>
  )
}

/** By what the account is verified: what each is, from which source, since when and until when. */
export const EvidenceCard = ({ identity: { evidence, status } }: { identity: Identity }) => {
  const texts = useTexts(identityTexts)
  if (evidence.length === 0) return null
  return (
    <section className="card stack">
      <h2>{texts.how}</h2>
      <ul className="list">
        {evidence.map((one) => (
          <EvidenceLine key={one.kind} of={one} needed={status !== 'verified'} />
        ))}
      </ul>
      <p className="quiet">{texts.howMore}</p>
    </section>
  )
}
