import { useState } from 'react';
import type { IncidentCode, IncidentPlan } from '../../shared/domain/incident-plan';
import { useLive } from '../hooks/use-live';
import { PlanEditor } from './plan-editor';
import { PlansList } from './plans-list';

/** 预案: the 22 types, and one of them open. What was typed into one stays while another is looked at. */
export function PlansTab() {
  const standings = useLive('plan.list', {}).value ?? [];
  const [code, open] = useState<IncidentCode | ''>('');
  const [last, setLast] = useState<IncidentCode>('E01');
  const [typed, setTyped] = useState<Partial<Record<IncidentCode, IncidentPlan>>>({});
  const standing = standings.find((each) => each.code === code);
  if (!standing)
    return (
      <PlansList
        standings={standings}
        begin={last}
        touched={new Set(Object.keys(typed) as IncidentCode[])}
        onOpen={(chosen) => {
          setLast(chosen);
          open(chosen);
        }}
      />
    );
  return (
    <PlanEditor
      key={standing.code}
      standing={standing}
      typed={typed[standing.code]}
      onType={(plan) => setTyped(({ [standing.code]: _, ...others }) => (plan ? { ...others, [standing.code]: plan } : others))}
      onBack={() => open('')}
    />
  );
}
