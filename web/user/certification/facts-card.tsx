import type { Application } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { ApplicantName } from './applicants/applicant-name.tsx'
import { applicantOf, type Found } from './application.ts'
import { PapersFacts } from './papers-facts.tsx'
import { certificationTexts } from './texts.ts'

/** The change of name, as exactly that pair. `isRefused`: the app keeps the name that it had. */
export const Pair = ({
  names: { from, to },
  isRefused = false,
}: Pick<Application, 'names'> & { isRefused?: boolean }) => {
  const texts = useTexts(certificationTexts)
  if (from === to) return <p>{texts.namesSame(to)}</p>
  return (
    <dl className="facts">
      <div>
        <dt>{texts.from}</dt>
        <dd>{from}</dd>
      </div>
      <div>
        <dt>{texts.to}</dt>
        <dd>
          <strong>{to}</strong> {isRefused && <Tag tone="warn">{texts.notTakenShort}</Tag>}
        </dd>
      </div>
    </dl>
  )
}

/** What was sent in, for whom, and whose its fee is. */
export const FactsCard = ({ found }: { found: Found }) => {
  const texts = useTexts(certificationTexts)
  const { of } = found
  const { fee } = of
  const applicant = applicantOf(found)
  return (
    <section className="card stack">
      <h2>{texts.facts}</h2>
      <Pair names={of.names} isRefused={of.naming.verdict === 'refused'} />
      <dl className="facts">
        {applicant && (
          <div>
            <dt>{texts.applicant}</dt>
            <dd>
              <ApplicantName of={applicant} />
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.fee}</dt>
          <dd>{fee.amountFen === 0 ? texts.freeStep : <Money fen={fee.amountFen} />}</dd>
        </div>
        {fee.amountFen > 0 && (
          <div>
            <dt>{texts.feeIs}</dt>
            <dd>
              {texts[`fee_${fee.status}`]}{' '}
              {fee.order !== null && (
                <Link to={`/orders/${fee.order}`} className="standing">
                  {texts.order}
                </Link>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.id}</dt>
          <dd className="number">{of.id}</dd>
        </div>
      </dl>
      <PapersFacts of={of} />
    </section>
  )
}
