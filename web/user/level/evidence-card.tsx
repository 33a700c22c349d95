import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { EvidenceList } from '../account/level.tsx'
import { levelTexts } from '../account/level-texts.ts'
import type { Explained } from './explained.ts'
import { explainedTexts } from './texts.ts'

/** What is proven, also what has ended, and what ends next. */
export const EvidenceCard = ({ of: { evidence, nextEnd, ladder } }: { of: Explained }) => {
  const texts = useTexts(explainedTexts)
  const names = useTexts(levelTexts)
  const left = nextEnd && (ladder.find(({ level }) => level === nextEnd.levelThen)?.levelName ?? 'none')
  return (
    <section className="card stack">
      <h2>{texts.counts}</h2>
      {evidence.length === 0 ? <p>{texts.nothingCounts}</p> : <EvidenceList evidence={evidence} />}
      {nextEnd !== null && left && (
        <>
          <h3>{texts.ends}</h3>
          <p>
            {names[nextEnd.kind]}
            {': '}
            <Time at={nextEnd.at} />
            {'. '}
            {texts.endsMore(names.levelNamed(String(nextEnd.levelThen), names[left]))}
          </p>
        </>
      )}
    </section>
  )
}
