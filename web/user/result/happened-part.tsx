import type { Verification } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { PersonFacts } from '../person/person-facts.tsx'
import { resultTexts } from './texts.ts'

/** What was checked, and when. */
export const HappenedPart = ({ of }: { of: Verification }) => {
  const texts = useTexts(resultTexts)
  return (
    <section className="card tight">
      <h2>{texts.happened}</h2>
      <dl className="facts">
        <PersonFacts of={of} />
        <div>
          <dt>{texts.submittedAt}</dt>
          <dd>
            <Time at={of.createdAt} />
          </dd>
        </div>
        {of.decidedAt !== null && (
          <div>
            <dt>{texts.decidedAt}</dt>
            <dd>
              <Time at={of.decidedAt} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
