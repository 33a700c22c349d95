import type { ReactNode } from 'react'
import { frame, type layoutOf, type Place } from './plot.ts'

type CanvasProps = {
  title: string
  layout: ReturnType<typeof layoutOf>
  places: readonly Place[]
  format: (value: number) => string
  children: ReactNode
}

/** The lines a plot is read by. Whoever hears the page is told the values by the places, and by the table. */
const Axes = ({
  layout: { width, across, up, ticks, every },
  places,
  format,
}: Omit<CanvasProps, 'title' | 'children'>) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
  <g aria-hidden="true">
    {ticks.map((tick) => (
      <g key={tick}>
        <line className="plot-grid" x1={frame.left} x2={width - frame.right} y1={up(tick)} y2={up(tick)} />
        <text className="plot-text" x={frame.left - 8} y={up(tick) + 4} textAnchor="end">
          {format(tick)}
        </text>
      </g>
    ))}
    {places.map(
      ({ key, label }, at) =>
        at % every === 0 && (
          <text
            key={key}
            className="plot-text"
            x={(across(key) ?? 0) + across.bandwidth() / 2}
            y={frame.height - 8}
            textAnchor="middle"
          >
            {label}
          </text>
        ),
    )}
  </g>
)

/** Where a plot is drawn: its links are heard as one group under its title. */
export const Canvas = ({ title, layout, places, format, children }: CanvasProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls of a form, and no drawing.
  <svg className="plot" width={layout.width} height={frame.height} role="group" aria-label={title}>
    <Axes layout={layout} places={places} format={format} />
    {children}
  </svg>
)
