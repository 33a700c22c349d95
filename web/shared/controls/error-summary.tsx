import { useEffect, useRef } from 'react'
import { useTexts } from '../language.ts'
import { commonTexts } from '../texts/common.ts'

/** What is wrong, and the control it is about; none where it is about the whole. */
export type Wrong = { id?: string; text: string }

type ErrorSummaryProps = {
  wrong: readonly Wrong[]
  /** Raised by every attempt, so that the focus comes here again although the errors are the same. */
  attempt: number
}

/** All that is wrong after an attempt to go on: takes the focus, leads to each field, and says so in the title of the window. */
export const ErrorSummary = ({ wrong, attempt }: ErrorSummaryProps) => {
  const common = useTexts(commonTexts)
  const box = useRef<HTMLDivElement>(null)
  const count = wrong.length
  // What no field is to blame for is nothing to change.
  const toMend = wrong.filter(({ id }) => id !== undefined).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same errors after another attempt are to be heard again.
  useEffect(() => {
    if (count === 0) return
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'center' })
  }, [attempt])
  useEffect(() => {
    if (count === 0) return
    const title = document.title
    document.title = common.errorTitle(title)
    return () => {
      document.title = title
    }
  }, [count, common])
  if (count === 0) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{toMend === 0 ? common.notDone : common.errorsHeading(toMend)}</h2>
      <ul>
        {wrong.map(({ id, text }) => (
          <li key={id ?? text}>
            {id === undefined ? (
              text
            ) : (
              <a
                href={`#${id}`}
                onClick={(event) => {
                  // The address stays as it is, or going back would lead to it.
                  event.preventDefault()
                  document.getElementById(id)?.focus()
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
