import '../install.js';
import '../../components/fund-tracker/fund-tracker.define.js';
