import { useEffect } from 'react'
import { forgetWithVisitor, type Kept, keepFor } from './kept.ts'

/** Keeps for a reload what may be kept, as long as its visitor is there. */
export const useKeeping = (account: string, of: Kept): void => {
  const text = JSON.stringify(of)
  useEffect(() => keepFor(account, JSON.parse(text)), [account, text])
  useEffect(forgetWithVisitor, [])
}
