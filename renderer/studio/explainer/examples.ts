/** What a new film begins with: a short example for each template, to be written over. */
import type { Template } from '../../../core/scene.ts'

const examples: Readonly<Record<Template, string>> = {
  procedure: `---
title: Your treatment
template: procedure
kind: treatment
subtitle: What happens, and what you decide
minutes: 30
---

## Before we begin

We talk first. Nothing starts until you say so.

## Step by step

1. We look together and mark the place
2. We clean the skin
3. We treat, a little at a time
4. You look in the mirror

> You may say stop at any time.

## Before you leave

- What is usual today and tomorrow
- What to avoid, and until when
- How to reach us
`,
  recovery: `---
title: The days afterwards
template: recovery
kind: treatment
subtitle: What is usual, and what helps
---

## Day by day

:::timeline
- Days 1–3: some swelling and redness (Care: cool it, and rest)
- Days 4–7: bruises fade (Care: no sport, no sauna)
- Week 2: it settles (Care: come for the check)
:::

## Call us at once

:::urgent
Strong pain, pale skin, or your sight changes. Day and night.
:::
`,
  risk: `---
title: What can happen
template: risk
kind: treatment
subtitle: Seldom, and good to know before
---

## Where we take special care

:::chart{of=face}
- lips: vessels lie close to the surface
- nose: blood flow has few other ways
:::

## Tell us before we start

- [ ] Medicines that thin the blood
- [ ] Allergies
- [ ] Pregnancy, or the chance of it

## When in doubt

:::ask
Ask your clinician what this means for you.
:::
`,
  'follow-up': `---
title: Your next visit
template: follow-up
kind: treatment
subtitle: So that the result stays what you wished for
---

## When to come back

:::timeline
- In 2 weeks: we look at it together
- In 3 months: we take a photo and compare
- In 6 months: we decide what comes next
:::

## Bring your questions

Write down what you noticed. We take the time for it.
`,
  plan: `---
title: Your plan
template: plan
kind: treatment
subtitle: One step after the other
---

## The next months

:::timeline
- Month 1: the first visit
- Month 2: we look, and go on if you wish
- Month 4: the second visit
- Month 6: we compare with the beginning
:::

## You decide each time

A plan is a proposal. You may change it, wait, or stop.
`,
  telehealth: `---
title: A visit by video
template: telehealth
kind: treatment
subtitle: When it is enough, and when it is not
---

## By video, or here?

:::for[By video]
- No way to the clinic
- Good for questions and checks
:::

:::against[Here]
- We can touch and look closely
- Needed for every treatment
:::

## How it works

1. Choose a time with the desk
2. Open the address we send you
3. Sit where there is light on your face
`,
  team: `---
title: Meet your team
template: team
kind: welcome
subtitle: Whom to ask, and for what
---

## They are here for you

:::people
- Coordinator: explains, arranges and listens
- Nurse: prepares you, and stays with you
- Doctor: decides with you, and treats
:::

## Not sure whom to ask?

Ask anyone. We find the right person.
`,
  offer: `---
title: This season
template: offer
kind: offer
subtitle: What it is, and what it depends on
---

## What it is

Describe the offer in one or two plain sentences.

## The terms

:::terms{until=2026-12-31}
- After a first visit only
- Not together with other offers
:::
`,
  welcome: `---
title: Welcome
template: welcome
kind: welcome
subtitle: It is good that you are here
---

## Tell us you are here

Speak to the front desk, then take any seat.

## We will call you

Until then, ask us whatever you like.
`,
  questions: `---
title: Questions to ask today
template: questions
kind: welcome
subtitle: No question is too small
---

## You may ask

- What can I expect, and what not?
- What are the risks for me?
- What happens if I do nothing?
- What does it cost, all in all?
`,
  notice: `---
title: Please note
template: notice
kind: welcome
---

## What has changed

Write here what everybody should know, in one or two sentences.
`,
}

export const exampleOf = (template: Template): string => examples[template]
