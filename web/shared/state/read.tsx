import type { ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { Banner, Waiting } from '../controls/status.tsx'
import { useLanguage, useTexts } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { failureText, isProblem } from './failure.ts'
import type { Used } from './use-resource-of.ts'

type ReadProps<T> = { of: Used<T>; children: (value: T) => ReactNode }

/** Draws what the service keeps; while it is not known, that it is being read, or why it could not be and a way to try again. */
export const Read = <T,>({ of: { known, read }, children }: ReadProps<T>) => {
  const language = useLanguage()
  const common = useTexts(commonTexts)
  if (known.is === 'loading') return <Waiting>{common.loading}</Waiting>
  const again = <Button onPress={read}>{common.again}</Button>
  if (known.is === 'failed') {
    // What is not there is not there a moment later either.
    const isGone = isProblem(known.error, 'not_found') && history.length > 1
    const back = <Button onPress={() => history.back()}>{common.back}</Button>
    return (
      <Banner tone="warn" action={isGone ? back : again}>
        <p role="alert">{failureText(known.error, language)}</p>
      </Banner>
    )
  }
  return (
    <>
      {known.stale !== undefined && (
        <Banner tone="warn" action={again}>
          <p role="status">{common.stale}</p>
        </Banner>
      )}
      {children(known.value)}
    </>
  )
}
