/** What would play if the form were saved: asked for while somebody fills it in, never older than what it says. */
import { useEffect, useState } from 'react'
import { deliver } from '../../shared/press.ts'
import type { Rows, Schedule } from '../programming.ts'

export interface PreviewQuestion {
  readonly screen: string
  readonly zone: 'main' | 'ticker'
  readonly from: string
  readonly to: string
  /** As if it were in force. */
  readonly schedule?: Schedule
  /** As if it were not. */
  readonly without?: string
}

export interface Preview {
  readonly rows: Rows | undefined
  readonly problem: string | undefined
}

const pauseMs = 250

/** @param question undefined asks nothing */
export function usePreview(question: PreviewQuestion | undefined): Preview {
  const [preview, setPreview] = useState<Preview>({ rows: undefined, problem: undefined })
  const body = question === undefined ? undefined : JSON.stringify(question)
  useEffect(() => {
    if (body === undefined) {
      setPreview({ rows: undefined, problem: undefined })
      return
    }
    let isOver = false
    const timer = setTimeout(() => {
      void deliver<Rows>('/api/schedules/preview', { body }).then((delivered) => {
        if (isOver) return
        if (delivered.kind === 'done') setPreview({ rows: delivered.answer, problem: undefined })
        else {
          const problem = delivered.kind === 'refused' ? delivered.message : 'Anteroom does not answer.'
          setPreview({ rows: undefined, problem })
        }
      })
    }, pauseMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [body])
  return preview
}
