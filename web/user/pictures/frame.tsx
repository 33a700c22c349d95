/** How what is photographed lies in the picture: a card or the page of a passport, or a sheet of paper. */
export type FrameShape = 'wide' | 'tall'

/** Edges of the frame, and what lies in it, by shape: in a box of 160 by 120. */
const SHAPES: Readonly<Record<FrameShape, { x: number; y: number; width: number; height: number }>> = {
  wide: { x: 20, y: 22, width: 120, height: 76 },
  tall: { x: 42, y: 8, width: 76, height: 104 },
}

const CORNER = 14

const cornersOf = ({ x, y, width, height }: (typeof SHAPES)[FrameShape]): string => {
  const [left, top, right, bottom] = [x - 6, y - 6, x + width + 6, y + height + 6]
  return [
    `M${left} ${top + CORNER}V${top}H${left + CORNER}`,
    `M${right - CORNER} ${top}H${right}V${top + CORNER}`,
    `M${right} ${bottom - CORNER}V${bottom}H${right - CORNER}`,
    `M${left + CORNER} ${bottom}H${left}V${bottom - CORNER}`,
  ].join('')
}

/** A drawing of how it should fill the picture; what it means stands beside it in words. */
export const Frame = ({ shape }: { shape: FrameShape }) => {
  const { x, y, width, height } = SHAPES[shape]
  return (
    <svg className="frame" viewBox="0 0 160 120" aria-hidden="true">
      <rect className="frame-sheet" x={x} y={y} width={width} height={height} rx="6" />
      {shape === 'wide' && <rect className="frame-face" x={x + 10} y={y + 14} width="28" height="36" rx="3" />}
      {[0, 1, 2, 3].map((line) => (
        <rect
          key={line}
          className="frame-line"
          x={shape === 'wide' ? x + 48 : x + 12}
          y={y + 18 + line * 13}
          width={line === 3 ? 34 : 52}
          height="5"
          rx="2.5"
        />
      ))}
      <path className="frame-corners" d={cornersOf({ x, y, width, height })} />
    </svg>
  )
}
