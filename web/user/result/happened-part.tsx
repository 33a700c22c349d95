import type { Verification } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { resultTexts } from './texts.ts'

/** What was checked, and when. */
export const HappenedPart = ({ of: { name, idNumber, phone, createdAt, decidedAt } }: { of: Verification }) => {
  const texts = useTexts(resultTexts)
  return (
    <section className="card tight">
      <h2>{texts.happened}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.name}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{texts.idNumber}</dt>
          <dd className="number">{idNumber}</dd>
        </div>
        <div>
          <dt>{texts.phone}</dt>
          <dd className="number">{phone}</dd>
        </div>
        <div>
          <dt>{texts.submittedAt}</dt>
          <dd>
            <Time at={createdAt} />
          </dd>
        </div>
        {decidedAt !== null && (
          <div>
            <dt>{texts.decidedAt}</dt>
            <dd>
              <Time at={decidedAt} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
