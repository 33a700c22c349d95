import type { AppNameCheck } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { appTexts } from './texts.ts'

type Finding = AppNameCheck['findings'][number]

/** The name with the place that a finding is about. */
const Marked = ({ name, at }: { name: string; at: NonNullable<Finding['at']> }) => {
  const characters = [...name]
  return (
    <p className="marked">
      {characters.slice(0, at.from).join('')}
      <mark>{characters.slice(at.from, at.to).join('')}</mark>
      {characters.slice(at.to).join('')}
    </p>
  )
}

const Found = ({ name, of }: { name: string; of: Finding }) => {
  const texts = useTexts(appTexts)
  const { at, detail, freeAt } = of
  return (
    <li className="tight">
      {at !== null && at.from < at.to && <Marked name={name} at={at} />}
      <p>{detail}</p>
      {freeAt !== null && (
        <p>
          {texts.freeAt} <Time at={freeAt} />
        </p>
      )}
    </li>
  )
}

/** Each name that would do, once. */
const rightNames = ({ name, findings }: AppNameCheck): string[] => [
  ...new Set(findings.flatMap(({ right }) => (right === null || right === name ? [] : [right]))),
]

type NameFindingsProps = { of: AppNameCheck; onTake: (name: string) => void }

/** Everything that was found in a name: where, why, and what would do. `onTake` puts that into the field. */
export const NameFindings = ({ of, onTake }: NameFindingsProps) => {
  const texts = useTexts(appTexts)
  const { name, verdict, findings } = of
  if (verdict === 'free') return <Banner tone="good">{texts.free(name)}</Banner>
  return (
    <Banner tone="warn">
      <p>
        <strong>{verdict === 'proof' ? texts.proofTitle(name) : texts.foundTitle(name)}</strong>
      </p>
      <ul className="list">
        {findings.map((one) => (
          <Found key={`${one.code} ${one.at?.from}`} name={name} of={one} />
        ))}
      </ul>
      {rightNames(of).map((right) => (
        <Button key={right} kind="plain" onPress={() => onTake(right)}>
          {texts.take(right)}
        </Button>
      ))}
    </Banner>
  )
}
