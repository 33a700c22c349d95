import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { levelTexts } from '../account/level-texts.ts'
import type { Explained } from './explained.ts'
import { explainedTexts } from './texts.ts'

type Feature = Explained['features'][number]

const Held = ({ of: { enough, allowed, code, shortfall } }: { of: Feature }) => {
  const texts = useTexts(explainedTexts)
  if (code === 'banned') return <Tag tone="warn">{texts.banned}</Tag>
  if (code === 'sending_paused') return <Tag tone="warn">{texts.paused}</Tag>
  if (allowed) return <Tag tone={enough ? 'good' : 'info'}>{enough ? texts.enough : texts.openYet}</Tag>
  return <Tag tone="warn">{shortfall === 'evidence_too_old' ? texts.tooOld : texts.notEnough}</Tag>
}

/** What the level is good for: which each feature needs, and whether it is open. */
export const UsesCard = ({ of: { features, ladder } }: { of: Explained }) => {
  const texts = useTexts(explainedTexts)
  const names = useTexts(levelTexts)
  const named = (level: number): string =>
    names.levelNamed(String(level), names[ladder.find((one) => one.level === level)?.levelName ?? 'none'])
  return (
    <section className="card stack">
      <h2>{texts.uses}</h2>
      <dl className="facts">
        {features.map((one) => (
          <div key={one.feature}>
            <dt>
              {texts[one.feature]}
              <br />
              <span className="quiet">{texts.needs(named(one.neededLevel))}</span>
            </dt>
            <dd>
              <Held of={one} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
