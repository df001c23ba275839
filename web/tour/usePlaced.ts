import { type RefObject, useLayoutEffect, useState } from 'react'
import { bottomOf, cut, grown, type Point, place, type Rect, type Size } from './place.ts'
import type { Step } from './steps.ts'

/** From the edges of the room. */
const MARGIN_PX = 12
/** Of the line around the light. */
const LINE_PX = 2
/** An anchor of which less is in view is not seen. */
const LEAST_PX = 24

export type Placed = {
  readonly card: Point
  readonly light: Rect | null
  /** Where an anchor that is not in view is found: behind the rail, or in the sheet. */
  readonly folded: 'rail' | 'sheet' | null
}

const rectOf = (element: Element): Rect => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** What is seen of an element between the edges of the screen, of what scrolls around it, and above the sheet. */
const seen = (element: Element, screen: Rect): Rect | null => {
  const scroller = element.closest('.sheet-body, .panel')
  const sheet = document.querySelector('.sheet')
  const above = sheet && !sheet.contains(element) ? { ...screen, height: rectOf(sheet).top } : screen
  const shown = cut(rectOf(element), scroller ? (cut(rectOf(scroller), above) ?? above) : above)
  return shown && Math.min(shown.width, shown.height) >= LEAST_PX ? shown : null
}

const findAnchor = (step: Step, screen: Rect) => {
  for (const [index, selector] of step.anchors.entries())
    for (const element of document.querySelectorAll(selector)) {
      const rect = seen(element, screen)
      if (rect) return { rect, isFirst: index === 0 }
    }
  return null
}

/** Under the bar, and above the sheet where it is not the sheet that is spoken of. */
const roomFor = (card: Size, anchor: Rect | null, screen: Rect): Rect => {
  const bar = document.querySelector('.bar')
  const sheet = document.querySelector('.sheet')
  const top = bar ? bottomOf(rectOf(bar)) : 0
  const above = sheet ? rectOf(sheet).top : screen.height
  const isOfSheet = anchor !== null && anchor.top >= above
  const isTooLow = above - top < card.height + 2 * MARGIN_PX
  const bottom = isOfSheet || isTooLow ? screen.height : above
  return grown({ ...screen, top, height: bottom - top }, -MARGIN_PX)
}

/** A sheet that shows a record has none of it, however large. */
const isInSheet = (step: Step): boolean => document.querySelector('.sheet')?.querySelector(step.anchors[0]) != null

const placeCard = (step: Step, card: HTMLElement): Placed => {
  const screen = { left: 0, top: 0, width: innerWidth, height: innerHeight }
  const anchor = findAnchor(step, screen)
  const rect = anchor?.rect ?? null
  const size = { width: card.offsetWidth, height: card.offsetHeight }
  return {
    card: place(rect, size, roomFor(size, rect, screen), step.sides),
    light: rect && cut(grown(rect, step.aroundPx), grown(screen, -LINE_PX)),
    folded: anchor ? (anchor.isFirst ? null : 'rail') : isInSheet(step) ? 'sheet' : null,
  }
}

const isSame = (one: Placed | null, other: Placed | null): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Where the card of a step stands, and what it lights. */
export const usePlaced = (step: Step, card: RefObject<HTMLElement | null>): Placed | null => {
  const [placed, setPlaced] = useState<Placed | null>(null)
  useLayoutEffect(() => {
    let frame = 0
    // Sheets glide, panels scroll, answers arrive and windows change: no one event tells of all of it.
    const follow = () => {
      const next = card.current && placeCard(step, card.current)
      setPlaced((known) => (isSame(known, next) ? known : next))
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [step, card])
  return placed
}
