/** x */ export {}
