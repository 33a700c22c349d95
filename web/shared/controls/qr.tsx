import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of white around a code, without which cameras do not find it. */
const QUIET = 4

/** The black modules of a code as one path: a run of a row each. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('')

/** A QR code to be scanned; `label` says what scanning does. What it says stands beside it for scanners without a camera (`data-text`). */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: 'M', border: QUIET })
    return { size, path: pathOf(data) }
  }, [text])
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      data-text={text}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} />
      <path d={path} />
    </svg>
  )
}
