import { Banner, Status } from '../../shared/controls/status.tsx'
import type { Said } from './use-paying.ts'

/** What came of the last thing that was done, read out. */
export const Told = ({ said }: { said: Said | undefined }) => (
  <Status>{said && <Banner tone={said.tone}>{said.text}</Banner>}</Status>
)
