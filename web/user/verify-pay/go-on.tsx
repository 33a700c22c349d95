import { useEffect } from 'react'
import { Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { commonTexts } from '../../shared/texts/common.ts'

/** Leads on to another page, which takes the place of this one in the history. */
export const GoOn = ({ to }: { to: string }) => {
  const common = useTexts(commonTexts)
  useEffect(() => router().go(to, { replace: true }), [to])
  return <Waiting>{common.loading}</Waiting>
}
