import { useEffect, useRef } from 'react'
import { Banner, Status } from '../../shared/controls/status.tsx'
import type { Said } from './use-paying.ts'

/** What came of the last thing that was done, read out, and brought into view where the button was further down. */
export const Told = ({ said }: { said: Said | undefined }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said) box.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  return (
    <Status>
      {said && (
        <div ref={box}>
          <Banner tone={said.tone}>{said.text}</Banner>
        </div>
      )}
    </Status>
  )
}
