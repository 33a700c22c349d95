import { useTexts } from '../shared/language.ts'
import { texts } from '../shared/texts/texts.ts'

const stepTexts = texts(
  { label: '认证步骤', typed: '填写信息', paid: '选择并付款', result: '查看结果', done: '已完成：' },
  { label: 'Steps', typed: 'Your data', paid: 'Offer and payment', result: 'Result', done: 'Done: ' },
)

type StepsProps = { label: string; names: readonly string[] /** From 1 on. */; now: number }

/** Which step of a way this is. */
export const Steps = ({ label, names, now }: StepsProps) => {
  const { done } = useTexts(stepTexts)
  return (
    <ol className="way" aria-label={label}>
      {names.map((name, at) => (
        <li key={name} aria-current={at + 1 === now ? 'step' : undefined} data-done={at + 1 < now}>
          <span>
            {at + 1 < now && <span className="only-heard">{done}</span>}
            {name}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Which of the three steps of a verification this is. */
export const WaySteps = ({ now }: { now: 1 | 2 | 3 }) => {
  const { label, typed, paid, result } = useTexts(stepTexts)
  return <Steps label={label} names={[typed, paid, result]} now={now} />
}
