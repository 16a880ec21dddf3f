select exists (select from intake.bureaus);
